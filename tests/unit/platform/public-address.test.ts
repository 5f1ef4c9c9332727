import { expect, test } from "vitest";
import { isPublicAddress } from "@/lib/platform/http/public-address";

test("addresses of this machine, of networks behind it and of clouds are not the internet's, in whatever disguise", () => {
  const inside = [
    ...["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
    ...[
      "169.254.169.254",
      "100.64.0.1",
      "198.18.0.1",
      "192.0.0.1",
      "224.0.0.1",
      "255.255.255.255",
      "240.0.0.1",
    ],
    ...["::", "::1", "fe80::1", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "100::1", "2001:db8::1"],
    ...["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1"],
    ...["2002:7f00:1::", "2001::1", "localhost", "", "1", "example.com"],
  ];
  expect(inside.filter(isPublicAddress)).toEqual([]);
});

test("addresses of the internet are", () => {
  const outside = ["93.184.216.34", "1.1.1.1", "172.32.0.1", "::ffff:8.8.8.8", "2606:4700:4700::1111"];
  expect(outside.filter(isPublicAddress)).toEqual(outside);
});
