'use client';

import { Printer } from 'lucide-react';
import { Button } from './button';
import { Icon } from './icon';

/** Opens the browser's own dialog, where a page is printed or saved as a PDF. */
export function PrintButton() {
  return (
    <Button size="sm" onClick={() => window.print()}>
      <Icon as={Printer} />
      Print or save as PDF
    </Button>
  );
}
