'use client';

import { useActionState } from 'react';
import { reached } from './reached';

type Action<State, Wish> = (state: State, wish: Wish) => Promise<State>;

/**
 * React's `useActionState` for a server action, which answers as `unreached` says where there is no connection. What the action is
 * about stands in the form (`Carried`), never bound to it: without scripts a bound action of a form with a state never answers.
 * What it answers without scripts comes back where it stands on the page, or wherever the form is at the address `backAt`.
 */
export function useAction<State, Wish = FormData>(
  action: Action<State, Wish>,
  initial: Awaited<State>,
  unreached: (state: State, wish: Wish) => State,
  backAt?: string,
) {
  // On the server the action stands as it is, so that its form works before there are scripts.
  const sent: Action<State, Wish> =
    typeof window === 'undefined'
      ? action
      : (state, wish) => reached(action(state, wish), () => unreached(state, wish));
  return useActionState(sent as (state: Awaited<State>, wish: Wish) => Promise<State>, initial, backAt);
}
