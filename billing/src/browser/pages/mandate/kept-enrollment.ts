const keyOf = (enrollmentId: string) => `billing.enrollment.${enrollmentId}`;

/** The vendor leads back to an address that does not say for which workshop. */
export function keepEnrollment(enrollmentId: string, tenantId: string) {
  sessionStorage.setItem(keyOf(enrollmentId), tenantId);
}

/** Null in another browser than the one that went there. */
export function tenantOfEnrollment(enrollmentId: string): string | null {
  return sessionStorage.getItem(keyOf(enrollmentId));
}
