import { v7 } from 'uuid';
import type { DemoAccount } from './identity/users/queries';

/** Starts the process. The only file of the server that reads the clock and the machine's randomness. */
try {
  const { config } = await import('./config');
  const { makeReady } = await import('./makeReady');
  await makeReady(config);
  const { startPlatform } = await import('./platform');
  const platform = await startPlatform({ config, clock: () => new Date(), newId: () => v7(), say: line => console.log(line) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      platform.close().then(() => process.exit(0), fail);
    });
  greet(platform.address, platform.demoAccounts);
} catch (error) {
  fail(error);
}

function greet(address: string, accounts: readonly DemoAccount[]): void {
  console.log(`\n  融桥 Rongqiao  ${address}\n`);
  const width = Math.max(0, ...accounts.map(({ username }) => username.length));
  for (const { username, password, organisationKind, organisationName } of accounts)
    console.log(`  ${username.padEnd(width)}  ${password}  ${organisationName} (${organisationKind})`);
}

/** Ends the process: with one sentence for what the person at the machine can mend, else with everything known. */
function fail(error: unknown): never {
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE')
    console.error(`Port ${port} on ${address} is in use: stop the other program or set PORT to a free one.`);
  else if (code === 'EACCES' && port !== undefined)
    console.error(`Port ${port} needs more rights than this user has: set PORT to one above 1023.`);
  else if (error instanceof Error && isForPeople(error)) console.error(error.message);
  else console.error(error);
  process.exit(1);
}

function isForPeople(error: Error): boolean {
  return ['StartRefusal', 'ConfigurationProblem'].includes(error.name);
}
