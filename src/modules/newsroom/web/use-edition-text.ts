import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { announce } from '../../../platform/ui/announce.ts';
import { ApiError, callEndpoint } from '../../../platform/ui/api-client.ts';
import { newClientId } from '../../../platform/ui/new-client-id.ts';
import { endpointKey, useEndpointMutation } from '../../../platform/ui/use-endpoint.ts';
import { useText } from '../../../platform/ui/use-text.ts';
import { getStory, listStories, listStoryClauses } from '../newsroom.contract.ts';
import { saveRevision } from '../newsroom.edition.contract.ts';
import type { Edition, StoryDetail } from '../newsroom.shapes.contract.ts';
import { dropUnsent, keepUnsent, readUnsent, type UnsentText } from './unsent-text.ts';

export type EditionText = ReturnType<typeof useEditionText>;

/** The words of one edition on the screen: the server's, or what was typed over them and is not sent yet. */
export function useEditionText(story: StoryDetail, edition: Edition) {
  const t = useText('newsroom');
  const queryClient = useQueryClient();
  const storyKey = endpointKey(getStory, { params: { id: story.id } });
  const [unsent, setUnsent] = useState<UnsentText | null>(() => readUnsent(edition.id));
  const [isKept, setIsKept] = useState(true);
  const [conflict, setConflict] = useState<ApiError | null>(null);
  const latest = useRef(unsent);
  /** Grows when the words on the screen are replaced by others: the editor then begins anew. */
  const [generation, setGeneration] = useState(0);
  const [shownId, setShownId] = useState(edition.current.id);
  const ownIds = useRef(new Set<string>());
  const sending = useRef<{ text: UnsentText; revisionId: string } | null>(null);

  const put = (next: UnsentText | null) => {
    latest.current = next;
    setUnsent(next);
    if (next) setIsKept(keepUnsent(edition.id, next));
    else dropUnsent(edition.id);
  };
  const mayWrite = edition.abilities.save === true;
  const text = mayWrite && unsent ? unsent : textOf(edition);
  if (shownId !== edition.current.id) {
    setShownId(edition.current.id);
    if (text !== unsent && !ownIds.current.has(edition.current.id)) setGeneration(generation + 1);
  }

  const save = useEndpointMutation(saveRevision, { invalidates: [listStoryClauses, listStories] });

  /** Sends what stands on the screen over the given version; the same words sent again are the same revision. */
  const send = async (over: number, sourceRevisionId?: string, isAgain = false): Promise<void> => {
    const sent = latest.current ?? textOf(edition);
    if (sending.current?.text !== sent) sending.current = { text: sent, revisionId: newClientId(Date.now()) };
    const { revisionId } = sending.current;
    ownIds.current.add(revisionId);
    const { title, lead, body, coverAssetId } = sent;
    try {
      const saved = await save.mutateAsync({
        params: { id: edition.id },
        body: {
          revisionId,
          version: over,
          title,
          lead,
          body,
          coverAssetId,
          ...(sourceRevisionId === undefined ? {} : { sourceRevisionId }),
        },
      });
      sending.current = null;
      setConflict(null);
      queryClient.setQueryData(storyKey, saved);
      const now = saved.editions.find((each) => each.id === edition.id);
      // What was typed while the answer was on its way stays, and now stands on the saved revision.
      if (latest.current === sent) put(null);
      else if (latest.current && now) put({ ...latest.current, revisionId: now.current.id, version: now.version });
      announce({ kind: 'done', text: t('page.saved') });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'platform.version_conflict') return;
      const fresh = await callEndpoint(getStory, { params: { id: story.id } }).catch(() => null);
      if (fresh) queryClient.setQueryData(storyKey, fresh);
      const now = fresh?.editions.find((each) => each.id === edition.id);
      // Only a step of the work raised the version and nobody wrote: nothing is overwritten.
      if (now && !isAgain && now.current.id === sent.revisionId && now.abilities.save === true)
        return send(now.version, sourceRevisionId, true);
      setConflict(error);
    }
  };

  return {
    text,
    mayWrite,
    generation,
    isKept,
    unsent,
    hasUnsent: unsent !== null,
    isSaving: save.isPending,
    error: conflict ? null : save.error,
    conflict,
    change(part: Partial<Omit<UnsentText, 'revisionId' | 'version'>>) {
      put({ ...(latest.current ?? textOf(edition)), ...part });
    },
    save() {
      // A step of the work raises the version too; only another revision means that somebody wrote meanwhile.
      const begun = latest.current;
      return send(!begun || begun.revisionId === edition.current.id ? edition.version : begun.version);
    },
    /** Says that the translation now follows this revision of its source, with or without new words. */
    saveAsFollowing(sourceRevisionId: string) {
      const begun = latest.current;
      const over = !begun || begun.revisionId === edition.current.id ? edition.version : begun.version;
      return send(over, sourceRevisionId);
    },
    saveOverTheirs: () => send(edition.version),
    discard() {
      put(null);
      setConflict(null);
      save.reset();
      setGeneration(generation + 1);
    },
    closeConflict() {
      setConflict(null);
      save.reset();
    },
  };
}

function textOf(edition: Edition): UnsentText {
  const { id, title, lead, body, coverAssetId } = edition.current;
  return { title, lead, body, coverAssetId, revisionId: id, version: edition.version };
}
