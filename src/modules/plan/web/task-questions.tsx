import { DateText } from '../../../platform/ui/date-text.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { TaskDetail } from '../plan.shapes.contract.ts';
import styles from './task-page.module.css';

/** What the unit asked back, each with its answer. */
export function TaskQuestions({ questions }: { readonly questions: TaskDetail['questions'] }) {
  const t = useText('plan');
  return (
    <ul className={styles.questions}>
      {questions.map((each) => (
        <li key={each.id}>
          <p>{each.question}</p>
          <p className="note">
            {t('task.asked_by', { person: each.askedBy ?? '' })}, <DateText value={each.askedAt} time />
          </p>
          {each.answer === null || each.answeredAt === null ? (
            <p className={styles.open}>{t('task.not_answered')}</p>
          ) : (
            <blockquote>
              <p>{each.answer}</p>
              <p className="note">
                {t('task.answered_by', { person: each.answeredBy ?? '' })}, <DateText value={each.answeredAt} time />
              </p>
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}
