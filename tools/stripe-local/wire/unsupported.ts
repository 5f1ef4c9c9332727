import { invalid } from "./errors";

/** Refuses what Stripe knows and the stand-in would silently get wrong. `false` and "" ask for nothing, so they pass. */
export const refuseUnsupported = (params: object, names: string[]): void => {
  for (const name of names) {
    const value: unknown = Reflect.get(params, name);
    const asks =
      value !== undefined && value !== false && value !== "" && !(Array.isArray(value) && value.length === 0);
    if (asks)
      throw invalid(
        `The local stand-in does not act on \`${name}\` yet.`,
        "parameter_unsupported_here",
        name,
      );
  }
};
