import type { ServerOptions } from 'socket.io';
import * as parser from 'socket.io-parser';

/** Socket.IO's own encoding, less its search for binary data in whatever is sent: here all of it is JSON. */
class JsonEncoder extends parser.Encoder {
  override encode(packet: parser.Packet): string[] {
    return [this['encodeAsString'](packet)];
  }
}

/** How the room's sockets are served; the bench's bare server has the same. */
export const SOCKET_OPTIONS = {
  serveClient: false,
  // A command over 64 kB is refused with a sentence; the transport cuts off only far above that.
  maxHttpBufferSize: 1_000_000,
  parser: { ...parser, Encoder: JsonEncoder },
} satisfies Partial<ServerOptions>;
