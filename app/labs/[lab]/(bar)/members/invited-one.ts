/** Somebody who was invited by their address, and the link that is theirs. */
export interface InvitedOne {
  email: string;
  link: string;
}
