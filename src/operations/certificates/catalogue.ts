import type { Operation } from '../operation.ts';
import { activateProjectCertificate } from './activate-project.ts';
import { activateCertificate } from './activate.ts';
import { deactivateProjectCertificate } from './deactivate-project.ts';
import { deactivateCertificate } from './deactivate.ts';
import { deleteCertificate } from './delete.ts';
import { listProjectCertificates } from './list-project.ts';
import { listCertificates } from './list.ts';
import { renameCertificate } from './rename.ts';
import { showCertificate } from './show.ts';
import { uploadCertificate } from './upload.ts';

export const certificateOperations: readonly Operation[] = [
  listCertificates,
  listProjectCertificates,
  showCertificate,
  uploadCertificate,
  renameCertificate,
  deleteCertificate,
  activateCertificate,
  deactivateCertificate,
  activateProjectCertificate,
  deactivateProjectCertificate,
];
