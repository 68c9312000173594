/** Lets so many requests a second through from each address, and short bursts of ten times as many. */
export function limitRate(perSecond: number, mostAddresses = 10_000): (address: string, now: number) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  const burst = perSecond * 10;
  return (address, now) => {
    const bucket = buckets.get(address) ?? { left: burst, at: now };
    bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    buckets.delete(address);
    buckets.set(address, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > mostAddresses && oldest !== undefined) buckets.delete(oldest);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  };
}
