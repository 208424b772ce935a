import type { Operation } from '../operation.ts';
import { archiveProject } from './archive.ts';
import { closeProject } from './close.ts';
import { completeProject } from './complete.ts';
import { containProject } from './contain.ts';
import { copySettings } from './copy-settings.ts';
import { createProject } from './create.ts';
import { listProjects } from './list.ts';
import { openProject } from './open.ts';
import { openPlayground } from './playground.ts';
import { releaseProject } from './release.ts';
import { renameProject } from './rename.ts';
import { configureProject } from './configure.ts';
import { showProject } from './show.ts';

export const projectOperations: readonly Operation[] = [
  listProjects,
  showProject,
  openProject,
  openPlayground,
  createProject,
  renameProject,
  archiveProject,
  closeProject,
  copySettings,
  configureProject,
  completeProject,
  containProject,
  releaseProject,
];
