'use client';

import type { KeyboardEvent } from 'react';
import type { Contribution } from '@/domain/session/state';
import { useKeysHere } from '../use-keys';
import { usePin } from './use-pin';
import { useStreamFacts } from './facts';

/** What keys do with the words that have the focus: exactly what their buttons and their menu do. */
export function useWordsKeys(
  one: Contribution,
  { edit, takeBack }: { edit: () => void; takeBack: (() => void) | undefined },
): (event: KeyboardEvent<HTMLElement>) => void {
  const { me, mayEdit, mayHide, mayAnswer, held } = useStreamFacts();
  const togglePin = usePin(one);
  const stands = !one.gone && !held;
  const press = (target: HTMLElement, what: string) => {
    const control = target.querySelector<HTMLElement>(`[data-does=${what}]`);
    if (control instanceof HTMLTextAreaElement) control.focus();
    else control?.click();
    return control !== null;
  };
  return useKeysHere({
    helpful: (target) => press(target, 'helpful'),
    answer: (target) => press(target, 'answer'),
    // The hot seat's place to write is under what it answers.
    write: mayAnswer && !mayHide && ((target) => press(target, 'answer')),
    edit: stands && one.by === me && mayEdit && edit,
    pin: stands && mayHide && togglePin,
    takeBack,
  });
}
