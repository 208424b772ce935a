import type { Operation } from '../operation.ts';
import { listExternalKeys } from './list.ts';
import { registerAwsKey } from './register-aws.ts';
import { registerAzureKey } from './register-azure.ts';
import { registerGcpKey } from './register-gcp.ts';
import { registerOciKey } from './register-oci.ts';
import { removeExternalKey } from './remove.ts';
import { showExternalKey } from './show.ts';
import { validateExternalKey } from './validate.ts';

export const externalKeyOperations: readonly Operation[] = [
  listExternalKeys,
  showExternalKey,
  registerAwsKey,
  registerGcpKey,
  registerAzureKey,
  registerOciKey,
  validateExternalKey,
  removeExternalKey,
];
