import type { StaffRole } from "@/lib/shared/actor";
import type { Place } from "./place";

type From<T> = (place: Place) => T | Promise<T>;

/**
 * What of people a way out may tell at all, whoever asks; each level holds those before it. What it tells one viewer of
 * one person is the privacy rule's to say (P12); tests/integration/privacy holds both. A way out without it does not compile.
 */
export const TELLS = ["nobody", "names", "faces", "phones", "profiles", "everything"] as const;
export type Tells = (typeof TELLS)[number];

/** How one endpoint of the REST API is called in a place of the village, and who may. */
export type ApiRow = {
  params?: From<Record<string, string>>;
  query?: From<Record<string, string>>;
  /** A value for JSON, or a `FormData`. */
  body?: From<unknown>;
  allowed: readonly StaffRole[];
  /** Whether marketers and agents are held to the communities granted to them (R2). Default: where there are params. */
  reach?: "granted" | "everywhere";
  /** The success depends on a part outside: an allowed role is not refused, whatever else is answered. */
  permitted?: true;
  /** What a member's eyes get of a GET (P15); `200` for all of it that they may see. */
  seeAs?: 200 | 403 | 404;
  /** Tells the whole number to staff who otherwise see its end (P8). */
  reveals?: true;
  tells: Tells;
};

/** The fields of a form in a place of the village. */
export type FormOf = From<Record<string, string | File | readonly string[]>>;

/** One server action: who may, and a form that is right. */
export type ActionRow =
  | {
      for: "staff";
      form: FormOf;
      allowed: readonly StaffRole[];
      reach?: "granted";
      permitted?: true;
      reveals?: true;
      tells: Tells;
    }
  | { for: "member"; form: FormOf; reveals?: never; tells: Tells }
  /** Needs a signed-in user, or nobody, and no tenant: nothing of a tenant is read. */
  | { for: "user" | "visitor"; why: string };

/** One job: a payload of a place; `alone` has no ids in it, `platform` jobs have no tenant either. */
export type JobRow = { payload: From<Record<string, unknown>> } | { alone: string } | { platform: string };

/** One page or handler: which staff roles may open it, or `members` for the portal. */
export type PageRow = {
  allowed: readonly StaffRole[] | "members";
  /** As for endpoints: the success depends on a part outside. */
  permitted?: true;
  /** The ids of its address in a place of the village; for handlers also a query or a body. */
  params?: From<Record<string, string>>;
  query?: From<Record<string, string>>;
  body?: From<unknown>;
  /** What a page needs after its address: `?plan=…`. */
  search?: string;
  tells: Tells;
};

/** One page or handler outside of the dashboard and the portal: open to anybody, or with a way of its own to ask who it is. */
export type OpenRow = {
  params?: From<Record<string, string>>;
  search?: string;
  tells: Tells;
  /** Not called in the walk, and why: the answer is not made of a tenant's data. */
  apart?: string;
};

/** One mail, by the file that sends it: makes it be sent. Its reader is the person it goes to. */
export type MailRow = { send: From<unknown>; tells: Tells };

/** Another way out: an event stream by its subject, or a file that reaches outside by itself. */
export type OtherRow = { why: string; tells: Tells };
