import type { Operation } from '../operation.ts';
import { listExternalStorage } from './list.ts';
import { registerAwsStorage } from './register-aws.ts';
import { registerAzureStorage } from './register-azure.ts';
import { registerGcpStorage } from './register-gcp.ts';
import { registerOciStorage } from './register-oci.ts';
import { removeExternalStorage } from './remove.ts';
import { showExternalStorage } from './show.ts';
import { validateExternalStorage } from './validate.ts';

export const externalStorageOperations: readonly Operation[] = [
  listExternalStorage,
  showExternalStorage,
  registerAwsStorage,
  registerGcpStorage,
  registerAzureStorage,
  registerOciStorage,
  validateExternalStorage,
  removeExternalStorage,
];
