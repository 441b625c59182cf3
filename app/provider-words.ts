/** Why somebody who came from the provider was not let in, or what was not done, by the code in the address. */
export function providerWords(code: string | undefined, name: string): string | undefined {
  switch (code) {
    case undefined:
      return undefined;
    case 'not_linked':
      return `No account here is linked to that one at ${name}. If you have an account, sign in with your password and link it on your account page. If not, ask a host for an invitation.`;
    case 'email_taken':
      return `An account here has that address already. Sign in with its password, and link ${name} on your account page.`;
    case 'linked_elsewhere':
      return `That account at ${name} is linked to another one here.`;
    case 'no_email':
      return `${name} did not say which address is yours. Join with an email and a password instead.`;
    case 'link_closed':
      return 'The invitation has just closed. Open its link again to see why.';
    case 'not_theirs':
      return `The invitation is for another address than ${name} says is yours. Open its link again: it says for which.`;
    case 'signed_out':
      return 'You were signed out in the meantime. Sign in, and link it again.';
    default:
      return 'That sign-in did not work. Try again here.';
  }
}
