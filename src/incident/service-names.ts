/** What is configured about a service, as far as it has another name. */
type Services = Readonly<Record<string, { readonly spec_id?: string | undefined }>>;

/** Every name of a service: alerts call some by the id of their spec, and people by the name in the configuration. */
export function namesOfService(service: string | null, services: Services): readonly string[] {
  if (service === null) return [];
  const known = Object.keys(services).filter((name) => services[name]?.spec_id === service);
  return [service, ...known.filter((name) => name !== service)];
}

/** The id of the spec of a service; null where it has none. */
export function specIdOfService(service: string | null, services: Services): string | null {
  if (service === null) return null;
  const configured = Object.hasOwn(services, service) ? services[service]?.spec_id : undefined;
  return configured ?? (service.startsWith('spec-') ? service : null);
}
