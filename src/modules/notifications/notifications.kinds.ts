/** What people are told of without having asked, in the order of the page on which they choose how. */
export const reminderKinds = [
  'task_due',
  'task_overdue',
  'task_step',
  'evidence_judged',
  'evidence_waiting',
  'edition_waiting',
  'escalation',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export const mailWays = ['none', 'now', 'daily', 'weekly'] as const;
export type MailWay = (typeof mailWays)[number];

export interface Preference {
  readonly kind: ReminderKind;
  readonly isInApp: boolean;
  readonly mail: MailWay;
}

/** What is late is always shown in the app: nobody can have not known. Mail stays the choice of the person. */
export const alwaysInApp: readonly ReminderKind[] = ['task_overdue', 'escalation'];

export const usualPreferences: readonly Preference[] = [
  { kind: 'task_due', isInApp: true, mail: 'daily' },
  { kind: 'task_overdue', isInApp: true, mail: 'daily' },
  { kind: 'task_step', isInApp: true, mail: 'daily' },
  { kind: 'evidence_judged', isInApp: true, mail: 'daily' },
  { kind: 'evidence_waiting', isInApp: true, mail: 'daily' },
  { kind: 'edition_waiting', isInApp: true, mail: 'daily' },
  { kind: 'escalation', isInApp: true, mail: 'now' },
];
