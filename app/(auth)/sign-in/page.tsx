import { permanentRedirect } from "next/navigation";

export default function SignInAlias(): never {
  permanentRedirect("/entrar");
}
