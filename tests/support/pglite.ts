import { createServer, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';

/** In the address of a server that has one database and one session for all. */
const onlyOne = 'application_name=rongqiao-single';

/** Whether `address` is such a server: there nothing is outside an open transaction, and locks keep nobody out. */
export const hasOneSession = (address: string | undefined): boolean => address?.includes(onlyOne) ?? false;

/**
 * Serves a PostgreSQL that runs inside this process on a free port of this machine, for as long as the process runs.
 * It has one session: a connection that is in a transaction holds it, and the others wait. All files that a process
 * tests have the same one, for they read the configuration once.
 */
export const startPglite = (): Promise<string> => {
  served ??= serveSession();
  return served;
};

let served: Promise<string> | undefined;

async function serveSession(): Promise<string> {
  const database = await PGlite.create();
  const session = new Session(database);
  const server = createServer(socket => serve(socket, session));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('PGlite has no port');
  return `postgres://postgres@127.0.0.1:${address.port}/postgres?${onlyOne}`;
}

/** The one session, taken in turn. */
class Session {
  private holder: Socket | null = null;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly database: PGlite) {}

  async answer(socket: Socket, message: Buffer): Promise<Uint8Array> {
    while (this.holder !== null && this.holder !== socket) await new Promise<void>(resolve => this.waiting.push(resolve));
    this.holder = socket;
    const answer = await this.database.execProtocolRaw(message);
    if (isIdle(answer)) this.release(socket);
    return answer;
  }

  release(socket: Socket): void {
    if (this.holder !== socket) return;
    this.holder = null;
    for (const wake of this.waiting.splice(0)) wake();
  }

  /** A connection that ends inside a transaction takes it back. */
  async abandon(socket: Socket): Promise<void> {
    if (this.holder !== socket) return;
    await this.database.exec('rollback');
    this.release(socket);
  }
}

/** Whether an answer ends with "ready for query, no transaction": Z, length 5, I. */
const isIdle = (answer: Uint8Array): boolean => {
  const end = answer.subarray(-6);
  return end[0] === 0x5a && end[4] === 5 && end[5] === 0x49;
};

/** Speaks PostgreSQL's wire protocol with one client, passing on what it says in whole exchanges. */
function serve(socket: Socket, session: Session): void {
  let unread = Buffer.alloc(0);
  let exchange: Buffer[] = [];
  let hasStarted = false;
  let last = Promise.resolve();
  socket.on('data', chunk => {
    unread = Buffer.concat([unread, chunk]);
    for (let message = take(); message; message = take()) hear(message);
  });
  socket.on('close', () => {
    last = last.then(() => session.abandon(socket));
  });
  socket.on('error', () => socket.destroy());

  /** The next whole message; only the first, which opens the connection, has no letter before its length. */
  function take(): Buffer | null {
    const letter = hasStarted ? 1 : 0;
    if (unread.length < letter + 4) return null;
    const end = letter + unread.readUInt32BE(letter);
    if (unread.length < end) return null;
    const message = unread.subarray(0, end);
    unread = unread.subarray(end);
    return message;
  }

  function hear(message: Buffer): void {
    if (!hasStarted) {
      hasStarted = true;
      socket.write(welcome);
      return;
    }
    const kind = String.fromCharCode(message[0] ?? 0);
    if (kind === 'X') socket.end();
    else if (kind !== 'H') exchange.push(...(kind === 'P' ? forgetting(message) : []), message);
    if (kind !== 'Q' && kind !== 'S') return;
    const whole = Buffer.concat(exchange);
    exchange = [];
    last = last.then(async () => {
      const answer = await session.answer(socket, whole);
      if (!socket.destroyed) socket.write(answer);
    });
  }
}

/** All clients share one session, so a named statement may be there already from another: it is closed first. */
function forgetting(parse: Buffer): Buffer[] {
  const name = parse.subarray(5, parse.indexOf(0, 5) + 1);
  if (name.length === 1) return [];
  const close = Buffer.alloc(6 + name.length);
  close.write('C');
  close.writeUInt32BE(5 + name.length, 1);
  close.write('S', 5);
  name.copy(close, 6);
  return [close];
}

/** "You are in, in UTF-8, ready for a query." */
const welcome = Buffer.concat([
  Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]),
  parameter('client_encoding', 'UTF8'),
  parameter('DateStyle', 'ISO, MDY'),
  Buffer.from([0x5a, 0, 0, 0, 5, 0x49]),
]);

function parameter(name: string, value: string): Buffer {
  const body = Buffer.from(`${name}\0${value}\0`);
  const head = Buffer.from([0x53, 0, 0, 0, 0]);
  head.writeUInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}
