/** Groups and roles: who may do what besides the two built-in levels of the organization and of a project. */
export interface AccessRecords {
  readonly groups: Map<string, Group>;
  /** By `group/user`. */
  readonly groupMembers: Map<string, GroupMember>;
  /** By `project/group`. */
  readonly projectGroups: Map<string, ProjectGroup>;
  /** The built-in ones included. */
  readonly roles: Map<string, Role>;
  /** Only what was assigned as such: the level of a user or of a member is held by `User` and `Membership`. */
  readonly roleAssignments: Map<string, RoleAssignment>;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly createdAtSec: number;
  /** Belongs to the identity provider: nobody changes it here. */
  readonly isScimManaged: boolean;
}

export interface GroupMember {
  readonly groupId: string;
  readonly userId: string;
  readonly addedAtSec: number;
}

export interface ProjectGroup {
  readonly projectId: string;
  readonly groupId: string;
  readonly addedAtSec: number;
}

/** Where a role counts. The built-in roles of projects exist once and count in every project. */
export type RoleScope =
  | { readonly kind: 'organization' }
  | { readonly kind: 'every_project' }
  | { readonly kind: 'project'; readonly projectId: string };

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly permissions: readonly string[];
  readonly scope: RoleScope;
  /** Null for the built-in roles, which nobody made and nobody changes. */
  readonly made: { readonly atSec: number; readonly updatedAtSec: number; readonly byUserId: string } | null;
}

export interface Principal {
  readonly kind: 'user' | 'service_account' | 'group';
  readonly id: string;
}

export interface RoleAssignment {
  readonly id: string;
  readonly roleId: string;
  readonly principal: Principal;
  /** The organization's id or a project's. */
  readonly placeId: string;
}
