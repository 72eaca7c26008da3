/** What hosts ask of the store outside the contract, because it names places of this computer. */
import { databaseFailure } from '#electron/db/failure.ts';
import type { Result } from '#shared/result.ts';
import { restoreFrom } from './backups/index.ts';
import { sourceFile } from './backups/file.ts';
import { handOver } from './parcels.ts';
import type { Services } from './services.ts';
import type { HostCall } from './store-messages.ts';

/** Carries out a host's call. Never throws. */
export async function answerHost(services: Services, call: HostCall): Promise<Result<unknown>> {
  try {
    switch (call.do) {
      case 'place':
        return await services.backups.place(call.path);
      case 'restoreFrom':
        return await restoreFrom(services, { source: sourceFile(call.file), job: '' });
      case 'handOver':
        return await handOver(services, call);
      case 'exportMany':
        return await (await import('./export-many.ts')).manyInFolder(services, call);
    }
  } catch (error) {
    return { ok: false, error: databaseFailure(error) ?? { code: 'unexpected' } };
  }
}
