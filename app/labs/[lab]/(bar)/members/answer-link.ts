/** The link that answers a request, to be handed on; left out where it has gone to who asked by mail. */
export interface AnswerLink {
  link?: string;
}
