/** The part of a Socket.IO client that the room needs; tests bring their own. */
export interface RoomSocket {
  readonly connected: boolean;
  connect(): unknown;
  disconnect(): unknown;
  on(event: string, listener: (...args: never[]) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  timeout(ms: number): { emitWithAck(event: string, ...args: unknown[]): Promise<unknown> };
  /** Ends the transport at once, as a lost network would. */
  cut(): void;
}
