import { expect, it } from 'vitest';
import type { HomeItem } from '../../../platform/module.ts';
import { groupHomeItems } from './notifications.home.ts';

const item = (id: string, group: HomeItem['group'], dueOn: string | null): HomeItem => ({
  id,
  group,
  kind: 'task',
  title: id,
  subtitle: '',
  link: `/tasks/${id}`,
  dueOn,
});

it('shows what is overdue first and the nearest day first in each group', () => {
  const groups = groupHomeItems([
    item('c', 'later', null),
    item('b', 'overdue', '2026-11-20'),
    item('a', 'overdue', '2026-11-10'),
    item('d', 'later', '2026-12-30'),
  ]);
  expect(groups.map((group) => [group.key, group.items.map((one) => one.id)])).toEqual([
    ['overdue', ['a', 'b']],
    ['later', ['d', 'c']],
  ]);
});

it('shows a thing once, though two modules name it', () => {
  expect(groupHomeItems([item('a', 'today', null), item('a', 'today', null)])[0]?.items).toHaveLength(1);
});
