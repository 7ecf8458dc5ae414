/** On the wire every resource says what it is: `{ customer: { …, object: 'customer' } }`. */
export function withKinds(resources: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resources).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const named = Array.isArray(value) ? (value as object[]).map((one) => withKind(one, name.replace(/s$/, ''))) : withKind(value as object, name);
      return [[name, named]];
    }),
  );
}

function withKind(resource: object, kind: string): object {
  return { ...resource, object: kind };
}
