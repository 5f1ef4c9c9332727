import type { StaffRole } from "@/lib/shared/actor";
import type { Place } from "./place";

type From<T> = (place: Place) => T | Promise<T>;

/** How one endpoint of the REST API is called in a place of the village, and who may. */
export type ApiRow = {
  params?: From<Record<string, string>>;
  query?: From<Record<string, string>>;
  /** A value for JSON, or a `FormData`. */
  body?: From<unknown>;
  allowed: readonly StaffRole[];
  /** Whether marketers and agents are held to the communities granted to them (R2). Default: where there are params. */
  reach?: "granted" | "everywhere";
  /** What a member's eyes get of a GET (P15); `200` for all of it that they may see. */
  seeAs?: 200 | 403 | 404;
};

/** One server action: who may, and a form that is right. */
export type ActionRow =
  | {
      for: "staff";
      form: From<Record<string, string | string[]>>;
      allowed: readonly StaffRole[];
      reach?: "granted";
    }
  | { for: "member"; form: From<Record<string, string | string[]>> }
  /** Needs a signed-in user, or nobody, and no tenant: nothing of a tenant is read. */
  | { for: "user" | "visitor"; why: string };

/** One job: a payload of a place; `platform` jobs have no tenant and no ids. */
export type JobRow = { payload: From<Record<string, unknown>> } | { platform: string };

/** One page or handler: which staff roles may open it, or `members` for the portal. */
export type PageRow = {
  allowed: readonly StaffRole[] | "members";
  /** An address of the demo village, where it cannot be found by following links. */
  address?: string;
};
