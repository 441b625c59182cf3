'use client';

import { useEffect, useState, type ComponentProps, type ReactNode } from 'react';
import { Check, Copy } from 'lucide-react';
import { useAnnounce } from './announcer';
import { Button } from './button';
import { Icon } from './icon';

interface CopyButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick' | 'children'> {
  /** The text, or how to get it when it is asked for. */
  text: string | (() => string | Promise<string>);
  children?: ReactNode;
}

type State = 'idle' | 'copied' | 'failed';

// Without https there is no clipboard API; a lab on a local network still copies its links.
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Copies a text and says so, for two seconds. */
export function CopyButton({ text, children = 'Copy', size = 'sm', ...rest }: CopyButtonProps) {
  const [state, setState] = useState<State>('idle');
  const announce = useAnnounce();
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const press = async () => {
    const done = await copy(typeof text === 'function' ? await text() : text);
    setState(done ? 'copied' : 'failed');
    announce(done ? 'Copied.' : 'It could not be copied. Select the text and copy it by hand.');
  };
  const words = { idle: children, copied: 'Copied', failed: 'Copy it by hand' };
  return (
    <Button {...rest} size={size} onClick={() => void press()}>
      <Icon as={state === 'copied' ? Check : Copy} />
      {words[state]}
    </Button>
  );
}
