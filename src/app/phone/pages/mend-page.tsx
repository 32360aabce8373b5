import { Screen } from '../parts/screen.tsx';
import { Empty } from '../parts/states.tsx';
import { go } from '../router.tsx';
import { usePhoneSession } from '../session.ts';
import { errorText, useText } from '../texts.ts';
import { HandInForm } from './hand-in-form.tsx';

/** A piece that the server refused, with everything the person gave, to be mended and sent again. */
export function MendPage({ id }: { readonly id: string }) {
  const t = useText();
  const { queue } = usePhoneSession();
  const item = queue.find((each) => each.id === id);
  if (item === undefined || item.state !== 'refused')
    return (
      <Screen title={t('queue.mend')} back="/queue">
        <Empty text={t('queue.empty')} />
      </Screen>
    );
  return (
    <HandInForm
      key={item.id}
      title={t('queue.mend')}
      back="/queue"
      refusal={errorText(item.failure?.code ?? '', item.failure?.details)}
      task={{ id: item.taskId, unitId: item.unitId, title: item.taskTitle }}
      mends={item}
      onDone={() => go('/queue', { replace: true })}
    />
  );
}
