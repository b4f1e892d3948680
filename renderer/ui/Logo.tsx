/** The mark of Rehome: a place left, a place found. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <rect
        x="1"
        y="5"
        width="9"
        height="9"
        rx="2.5"
        fill="none"
        stroke="var(--text-3)"
        strokeWidth="1.5"
        strokeDasharray="2.4 2"
      />
      <rect x="8" y="6" width="11" height="11" rx="3" fill="var(--accent)" />
      <path
        d="M10.8 11.5h5M13.6 9.2l2.3 2.3-2.3 2.3"
        fill="none"
        stroke="var(--text-on-accent)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
