import type { ComponentProps } from 'react';
import { Phone, Video } from 'lucide-react';
import { callLink, isPhoneCall } from '@/domain/call';
import { Icon } from '@/ui/icon';

interface CallLinkProps extends Omit<ComponentProps<'a'>, 'href' | 'target' | 'rel'> {
  url: string;
}

/** The way to a call, in one click: a link of the web opens beside the page, a number rings. */
export function CallLink({ url, ...rest }: CallLinkProps) {
  const beside = isPhoneCall(url) ? {} : { target: '_blank', rel: 'noopener noreferrer' };
  return <a {...rest} {...beside} href={callLink(url)} />;
}

export function CallIcon({ url }: { url: string }) {
  return <Icon as={isPhoneCall(url) ? Phone : Video} />;
}
