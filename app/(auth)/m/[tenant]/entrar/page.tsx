import { redirect } from "next/navigation";

/** The portal's own door: the members' way in, and back into this portal. */
export default async function PortalSignIn({
  params,
}: {
  params: Promise<{ tenant: string }>;
}): Promise<never> {
  const { tenant } = await params;
  redirect(`/entrar/membro?callbackUrl=${encodeURIComponent(`/m/${tenant}`)}`);
}
