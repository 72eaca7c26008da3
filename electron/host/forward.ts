/** A router that hands every call of a contract on to a client of the same contract, streams included. */
import { isContractProcedure } from '@orpc/contract';
import { os, type AnyRouter } from '@orpc/server';

type Call = (input: unknown, options: { signal: AbortSignal | undefined }) => Promise<unknown>;

/**
 * The pass-through router of `contract` over `client`. It checks nothing: the other side has the schemas, and checks
 * once.
 */
export function forward(contract: object, client: object): AnyRouter {
  const entries = Object.entries(contract).map(([name, part]: [string, object]) => {
    const target = (client as Record<string, object>)[name];
    if (!target) throw new Error(`no way to call ${name}`);
    return [name, isContractProcedure(part) ? forwardCall(target as Call) : forward(part, target)];
  });
  return Object.fromEntries(entries) as AnyRouter;
}

const forwardCall = (call: Call): AnyRouter => os.handler(({ input, signal }) => call(input, { signal }));
