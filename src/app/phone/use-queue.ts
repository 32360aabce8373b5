import { useEffect, useState } from 'react';
import { onQueueChanged, type QueuedEvidence, queueStore } from './data/queue.ts';

/** The queue of one person on this device, the newest first; follows what pages and the service worker do. */
export function useQueue(personId: string | undefined): readonly QueuedEvidence[] {
  const [items, setItems] = useState<readonly QueuedEvidence[]>([]);
  useEffect(() => {
    let isOver = false;
    const read = async () => {
      const all = personId === undefined ? [] : await queueStore.all().catch(() => []);
      const own = all.filter((item) => item.personId === personId);
      if (!isOver) setItems(own.sort((left, right) => right.createdAt - left.createdAt));
    };
    void read();
    const stop = onQueueChanged(() => void read());
    return () => {
      isOver = true;
      stop();
    };
  }, [personId]);
  return items;
}
