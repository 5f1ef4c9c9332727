import type { Account } from "../store/account";

/** One request to one operation, its parameters read and checked. `now` is the wall clock in seconds. */
export type Call<Params> = {
  account: Account;
  now: number;
  params: Params;
  path: Record<string, string>;
};

/** `name` is the method and path as the SDK has them, such as `POST /v1/customers/{id}`. */
export type Operation = { name: string; run: (call: Call<never>) => object };

/** Binds an operation to the SDK's own type of its parameters; the reader in `parameters.ts` has checked that they fit. */
export const operation = <Params>(name: string, run: (call: Call<Params>) => object): Operation => ({
  name,
  run: run as Operation["run"],
});

/** The part of a path that the pattern names. */
export const idIn = (call: { path: Record<string, string> }, name = "id"): string => call.path[name] ?? "";

/** Metadata after an update: keys set to "" go, and "" for all of it clears it. */
export const mergeMetadata = (
  old: Record<string, string>,
  given: Record<string, string | number | null> | "" | null | undefined,
): Record<string, string> => {
  if (given === undefined || given === null) return old;
  if (given === "") return {};
  const merged = Object.entries({ ...old, ...given }).map(
    ([key, value]) => [key, String(value ?? "")] as const,
  );
  return Object.fromEntries(merged.filter(([, value]) => value !== ""));
};
