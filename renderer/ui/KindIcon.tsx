import { toKindIcon } from './kind-icon.ts';
import { Icon, type IconProps } from './Icon.tsx';

export interface KindIconProps extends Omit<IconProps, 'name'> {
  readonly kind: string;
  readonly type?: string | null;
}

/** The icon of a node: by kind, for services by type. */
export function KindIcon({ kind, type = null, ...rest }: KindIconProps) {
  return <Icon name={toKindIcon(kind, type)} {...rest} />;
}
