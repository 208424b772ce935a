/** Whom the organization trusts besides people and keys: certificates, other clouds, and other identity providers. */
export interface TrustRecords {
  readonly certificates: Map<string, Certificate>;
  readonly externalKeys: Map<string, ExternalKey>;
  readonly externalStorage: Map<string, ExternalStorage>;
  readonly identityProviders: Map<string, IdentityProvider>;
  readonly federationRules: Map<string, FederationRule>;
}

export interface Certificate {
  readonly id: string;
  readonly name: string | null;
  readonly createdAtSec: number;
  readonly pem: string;
  readonly validAtSec: number;
  readonly expiresAtSec: number;
  /** The ids of the organization and of the projects that it is active in. */
  readonly activeIn: readonly string[];
}

export interface ExternalKey {
  readonly id: string;
  readonly createdAtSec: number;
  /** The fields that it was made from, in the words of the wire. */
  readonly given: Readonly<Record<string, unknown>> & { readonly type: string; readonly name: string };
}

export interface ExternalStorage {
  readonly id: string;
  readonly createdAtSec: number;
  readonly projectId: string;
  /** What it was made from and what OpenAI adds to it, in the words of the wire. */
  readonly provider: Readonly<Record<string, unknown>>;
  readonly status: 'pending' | 'validated' | 'degraded' | 'unhealthy';
}

type Verification =
  | { readonly type: 'discovery'; readonly discovery_url: string | null }
  | { readonly type: 'uploaded_jwks'; readonly jwks: Readonly<Record<string, unknown>> };

export interface IdentityProvider {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly issuer: string;
  readonly audience: string;
  readonly transformations: readonly { readonly attribute: string; readonly expression: string }[];
  readonly verification: Verification;
  readonly isEnabled: boolean;
  readonly createdAtSec: number;
  readonly updatedAtSec: number;
}

type RulePermissions =
  | { readonly type: 'service_account_default' }
  | { readonly type: 'restricted'; readonly scopes: readonly string[] };

/** Lets whoever an identity provider vouches for act as a service account. */
export interface FederationRule {
  readonly id: string;
  readonly providerId: string;
  readonly projectId: string;
  readonly serviceAccountId: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly matchers: Readonly<Record<string, string | boolean | number>>;
  readonly permissions: RulePermissions;
  readonly isEnabled: boolean;
  readonly createdAtSec: number;
  readonly updatedAtSec: number;
}
