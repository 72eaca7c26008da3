import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '#shared/rpc/contract.ts';

/** The two ends of the program as the window calls them. */
export type Client = ContractRouterClient<typeof contract>;
