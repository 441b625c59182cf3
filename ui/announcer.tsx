'use client';

import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { Button } from './button';
import { Icon } from './icon';
import { lazyPart } from './later';
import { Notice, type NoticeTone } from './notice';

// How long they stay, and where; what draws them is there for every screen.
const Toasts = lazyPart(() => import('./toasts').then((module) => module.Toasts));

export interface Toast {
  text: ReactNode;
  tone?: NoticeTone;
  /** Such as "Undo"; the toast goes when it is pressed. */
  action?: { label: string; onPress: () => void };
}

/** A toast that is on the screen. */
export type Shown = Toast & { id: number };

interface Voices {
  announce: (sentence: string) => void;
  toast: (toast: Toast) => void;
}

const Context = createContext<Voices>({ announce: () => undefined, toast: () => undefined });

/** Says a sentence politely to those who listen to the screen; it is not seen. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(Context).announce;
}

/** Shows a notice at the foot for some seconds, and while somebody points at it or has the focus in it; or until Escape. */
export function useToast(): (toast: Toast) => void {
  return useContext(Context).toast;
}

/** Holds the live region and the toasts; once, round the whole page. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ id: number; text: string }[]>([]);
  const [toasts, setToasts] = useState<Shown[]>([]);
  const next = useRef(0);

  const announce = useCallback((text: string) => {
    const id = (next.current += 1);
    setSaid((all) => [...all.slice(-9), { id, text }]);
  }, []);
  const toast = useCallback((one: Toast) => {
    const id = (next.current += 1);
    setToasts((all) => [...all.slice(-2), { ...one, id }]);
  }, []);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const voices = useMemo(() => ({ announce, toast }), [announce, toast]);

  return (
    <Context.Provider value={voices}>
      {children}
      <div className="sr top-0 left-0" role="log" aria-live="polite" aria-label="Announcements">
        {said.map((line) => (
          <p key={line.id}>{line.text}</p>
        ))}
      </div>
      {toasts.length > 0 && <Toasts toasts={toasts} draw={drawn} onDone={drop} />}
    </Context.Provider>
  );
}

function drawn({ text, tone = 'plain', action }: Toast, onDone: () => void) {
  const press = () => {
    action?.onPress();
    onDone();
  };
  return (
    <Notice
      tone={tone}
      action={
        <>
          {action && (
            <Button size="sm" onClick={press}>
              {action.label}
            </Button>
          )}
          <Button size="sm" variant="plain" square aria-label="Dismiss" onClick={onDone}>
            <Icon as={X} />
          </Button>
        </>
      }
    >
      {text}
    </Notice>
  );
}
