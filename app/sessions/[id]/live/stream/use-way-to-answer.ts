'use client';

import { useEffect, useEffectEvent } from 'react';
import type { Contribution } from '@/domain/session/state';
import { useAnnounce } from '@/ui/announcer';
import { useConnection, useRoom } from '../connection/use-room';
import { deciding, isHost, onSeat, turnOf } from '../select';
import { missed, useKeys } from '../use-keys';

/**
 * For the hot seat, which writes under what it answers: a key goes to the answer that is begun, else to the first question
 * without one, else says that there is none, or
 * that they stand out of sight.
 */
export function useWayToAnswer(): void {
  const connection = useConnection();
  const announce = useAnnounce();
  const answers = useRoom((view) => onSeat(view) && !isHost(view) && !deciding(view));
  const go = () => {
    // Under the ladder on the stage there is nothing to go to.
    if (document.querySelector('[data-stage-heading]')) return false;
    const open = unanswered(turnOf(connection.view)?.contributions ?? []);
    const there = begunAnswer() ?? open.flatMap(({ id }) => shown(`[data-con="${id}"] [data-does=answer]`)).at(0);
    if (!there)
      return announce(
        open.length > 0 ? 'Questions wait for an answer: show the coaching first.' : 'There is nothing to answer now.',
      );
    there.focus();
    if (there instanceof HTMLButtonElement) there.click();
    return undefined;
  };
  useKeys({ write: answers && go });
  const makeUp = useEffectEvent(() => {
    if (answers && missed.name === 'write' && missed.at === document.activeElement) go();
  });
  useEffect(() => makeUp(), []);
}

function shown(select: string): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(select)];
  return all.filter((one) => one.checkVisibility({ visibilityProperty: true }));
}

function begunAnswer(): HTMLElement | undefined {
  return shown('textarea[data-does=answer]').find((field) => (field as HTMLTextAreaElement).value !== '');
}

function unanswered(words: readonly Contribution[]): Contribution[] {
  const answered = new Set(words.map(({ replyTo }) => replyTo));
  return words.filter(({ id, kind, gone, late }) => kind === 'question' && !gone && !late && !answered.has(id));
}
