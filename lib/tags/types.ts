/** A tag of the tenant, and how many of the people whom the asking person sees have it; fewer than five are not told (P12). */
export type CountedTag = { id: string; name: string; memberCount: number | "<5" };
