/** Carries where the person wanted to go through a form. */
export function ReturnTo({ path }: { path: string | null }) {
  return path ? <input type="hidden" name="callbackUrl" value={path} /> : null;
}
