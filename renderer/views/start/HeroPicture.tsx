/** A server that moves to its new place; says nothing that the title does not. */
export function HeroPicture() {
  return (
    <svg width="400" height="212" viewBox="0 0 400 212" fill="none" aria-hidden="true">
      <rect
        x="1"
        y="10"
        width="188"
        height="192"
        rx="12"
        fill="var(--map-provider)"
        stroke="var(--hairline-strong)"
      />
      <rect x="13" y="38" width="164" height="152" rx="8" fill="var(--map-site)" />
      <g fill="var(--map-node)" stroke="var(--hairline-strong)">
        <rect x="25" y="52" width="64" height="58" rx="5" />
        <rect x="101" y="52" width="64" height="36" rx="5" />
        <rect x="25" y="122" width="64" height="36" rx="5" />
      </g>
      <rect x="101" y="122" width="64" height="36" rx="5" stroke="var(--move-border)" strokeDasharray="4 3" />
      <g fill="var(--text-3)" opacity=".55">
        <rect x="33" y="61" width="30" height="4" rx="2" />
        <rect x="109" y="61" width="26" height="4" rx="2" />
        <rect x="33" y="131" width="34" height="4" rx="2" />
      </g>
      <g fill="var(--hairline-strong)">
        <rect x="33" y="75" width="40" height="4" rx="2" />
        <rect x="33" y="86" width="34" height="4" rx="2" />
        <rect x="33" y="97" width="42" height="4" rx="2" />
        <rect x="109" y="74" width="42" height="4" rx="2" />
        <rect x="33" y="144" width="42" height="4" rx="2" />
        <rect x="109" y="131" width="28" height="4" rx="2" />
        <rect x="109" y="144" width="40" height="4" rx="2" />
        <rect x="13" y="22" width="52" height="5" rx="2.5" />
      </g>
      <path d="M101 70H95Q89 70 89 76" stroke="var(--edge)" transform="translate(0 -2)" />
      <path d="M133 88v34" stroke="var(--edge)" strokeDasharray="3 3" />
      <rect
        x="241"
        y="10"
        width="158"
        height="192"
        rx="12"
        fill="var(--map-provider)"
        stroke="var(--add-border)"
      />
      <rect x="253" y="38" width="134" height="152" rx="8" fill="var(--map-site)" />
      <rect
        x="265"
        y="52"
        width="110"
        height="126"
        rx="5"
        fill="var(--map-provider)"
        stroke="var(--add-border)"
      />
      <path d="M266 55v120" stroke="var(--add)" strokeWidth="3" strokeLinecap="round" />
      <rect x="253" y="22" width="40" height="5" rx="2.5" fill="var(--hairline-strong)" />
      <rect x="277" y="62" width="30" height="4" rx="2" fill="var(--text-3)" opacity=".55" />
      <rect x="277" y="122" width="86" height="36" rx="5" fill="var(--map-node)" stroke="var(--move)" />
      <rect x="285" y="131" width="28" height="4" rx="2" fill="var(--text-2)" opacity=".7" />
      <rect x="285" y="144" width="48" height="4" rx="2" fill="var(--hairline-strong)" />
      <path d="M165 140H268" stroke="var(--move)" strokeWidth="2" />
      <circle cx="165" cy="140" r="3.5" fill="var(--move)" />
      <path d="M277 140l-9-5v10z" fill="var(--move)" />
    </svg>
  );
}
