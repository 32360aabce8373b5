import { handleEvent } from '../../../platform/events/events.ts';
import { route } from '../../../platform/http/route.ts';
import { handleJob } from '../../../platform/jobs/job-handler.ts';
import { sendDueMails } from '../../../platform/mail/send-due-mails.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import { evidenceJudged, taskMoved, unitUrged } from '../../plan/plan.events.ts';
import * as contract from '../notifications.contract.ts';
import * as administration from '../notifications-administration.contract.ts';
import { changeMailServer, type MailPorts, readMailState, sendTestMailTo } from './administer-mail.ts';
import { chooseOwnPreferences, readOwnPreferences } from './choose-preferences.ts';
import { type HomeDays, readHomeOverview } from './home-overview.ts';
import { mailHomeItems } from './mail-home-items.ts';
import { composeHome, type HomeQueue, type HomeRests, readHomeRest } from './notifications.home.ts';
import { followUpJob, sendMailJob } from './notifications.jobs.ts';
import { notificationActions } from './notifications.policy.ts';
import { notificationRetentionRules } from './notifications.retention.ts';
import { listOwnNotifications, markOwnNotificationsRead } from './notifications.service.ts';
import { type DaysOff, remindPeople } from './remind-people.ts';
import { changeRules, readPermittedRules, remindWithoutDelay } from './reminder-rules.ts';
import { sendDigests } from './send-digests.ts';
import { isTold } from './step-notices.ts';
import { tellOfStep, tellOfUrging } from './tell-of-step.ts';

/** `queues`, `homeDays`: of every other module, in the order of the modules. `daysOff`: public holidays. */
export function createNotificationsModule(
  ports: MailPorts & {
    queues: readonly HomeQueue[];
    rests: readonly HomeRests[];
    homeDays: readonly HomeDays[];
    daysOff: DaysOff;
  },
): ServerModule {
  const { queues, rests, daysOff, masterKey } = ports;
  return defineModule({
    name: 'notifications',
    actions: notificationActions.map((action) => `notifications.${action}`),
    routes: [
      route(contract.homeQueue, async (context) => ({
        groups: (await composeHome(context, [...queues, mailHomeItems])).map(({ key, items }) => ({
          key,
          items: [...items],
        })),
        rest: await readHomeRest(context, rests),
      })),
      route(contract.homeOverview, (context) => readHomeOverview(context, ports)),
      route(contract.listNotifications, (context, { query }) => listOwnNotifications(context, query)),
      route(contract.markNotificationsRead, (context, { body }) => markOwnNotificationsRead(context, body)),
      route(contract.readPreferences, (context) => readOwnPreferences(context)),
      route(contract.changePreferences, (context, { body }) => chooseOwnPreferences(context, body)),
      route(administration.readReminderRules, (context) => readPermittedRules(context)),
      route(administration.changeReminderRules, (context, { body }) => changeRules(context, body)),
      route(administration.remindNow, async (context) => {
        await remindWithoutDelay(context);
        return {};
      }),
      route(administration.readMail, (context) => readMailState(context, ports)),
      route(administration.changeMail, (context, { body }) => changeMailServer(context, body, ports)),
      route(administration.sendTestMail, (context) => sendTestMailTo(context, ports)),
    ],
    eventHandlers: [
      handleEvent(taskMoved, 'notifications.tell_of_task', async (context, { taskId, ...moved }) => {
        if (isTold(moved.action)) await tellOfStep(context, { taskId, step: { kind: 'task_step', ...moved } });
      }),
      handleEvent(evidenceJudged, 'notifications.tell_of_evidence', async (context, { taskId, ...judged }) => {
        await tellOfStep(context, { taskId, step: { kind: 'evidence_judged', ...judged } });
      }),
      handleEvent(unitUrged, 'notifications.tell_of_urging', async (context, urged) => {
        await tellOfUrging(context, urged);
      }),
    ],
    jobHandlers: [
      handleJob(followUpJob, async (context) => {
        await remindPeople(context, { daysOff });
        await sendDigests(context, { daysOff });
      }),
      handleJob(sendMailJob, async (context) => {
        await sendDueMails(context, { masterKey });
      }),
    ],
    retentionRules: notificationRetentionRules,
  });
}
