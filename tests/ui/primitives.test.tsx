// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Badge } from '#ui/Badge.tsx';
import { Button } from '#ui/Button.tsx';
import { CapacityBar } from '#ui/CapacityBar.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Mark } from '#ui/Mark.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { TextField } from '#ui/TextField.tsx';
import { toKindIcon } from '#ui/kind-icon.ts';
import { toMiddleCut } from '#ui/middle-cut.ts';

afterEach(cleanup);

describe('Button', () => {
  it('runs when pressed, and its key cap is no part of its name', () => {
    const onPress = vi.fn();
    render(
      <Button keyCap="M" onPress={onPress}>
        Move to…
      </Button>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Move to…' }));
    expect(onPress).toHaveBeenCalledOnce();
  });

  it('is off with its reason as description, and does not run', () => {
    const onPress = vi.fn();
    render(
      <Button why="is a candidate already" onPress={onPress}>
        Mark for removal
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Mark for removal' });
    fireEvent.click(button);
    expect(button.hasAttribute('disabled')).toBe(true);
    expect(button.getAttribute('aria-description')).toBe('is a candidate already');
    expect(onPress).not.toHaveBeenCalled();
  });
});

describe('IconButton', () => {
  it('keeps its name when the tooltip says more', () => {
    render(<IconButton icon="undo-2" label="Undo" tip="Undo: move wiki to web02" />);
    expect(screen.getByRole('button', { name: 'Undo' }).getAttribute('aria-description')).toBe(
      'Undo: move wiki to web02',
    );
  });
});

describe('TextField', () => {
  it('says what is wrong below the field and ties it to the field', () => {
    render(<TextField label="Name" value="hel 1" onChange={() => {}} error="A host name has no spaces." />);
    const field = screen.getByRole('textbox', { name: 'Name' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('A host name has no spaces.')).toBeTruthy();
  });

  it('gives every change and commits on Enter', () => {
    const onChange = vi.fn();
    const onCommit = vi.fn();
    render(<TextField label="Name" value="web" onChange={onChange} onCommit={onCommit} />);
    const field = screen.getByRole('textbox', { name: 'Name' });
    fireEvent.change(field, { target: { value: 'web0' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onChange).toHaveBeenCalledWith('web0');
    expect(onCommit).toHaveBeenCalledWith('web');
  });
});

describe('SegmentedControl', () => {
  it('changes to another value, never to none', () => {
    const onChange = vi.fn();
    const options = [
      { value: 'all', label: 'All' },
      { value: 'open', label: 'Open' },
    ] as const;
    render(<SegmentedControl label="Show" value="all" onChange={onChange} options={options} />);
    fireEvent.click(screen.getByRole('radio', { name: 'All' }));
    expect(onChange).not.toHaveBeenCalledWith('open');
    fireEvent.click(screen.getByRole('radio', { name: 'Open' }));
    expect(onChange).toHaveBeenLastCalledWith('open');
  });
});

describe('marks and numbers', () => {
  it('tells a candidate from an agreed removal without colour', () => {
    render(
      <>
        <Mark kind="remove" isAgreed={false} />
        <Mark kind="remove" isAgreed />
        <Mark kind="merge" isAgreed={false} phaseNumber={2} />
      </>,
    );
    expect(screen.getAllByRole('img').map((mark) => mark.getAttribute('aria-label'))).toEqual([
      'removal candidate',
      'goes',
      'is merged in phase 2',
    ]);
  });

  it('has no mark for what stays', () => {
    const { container } = render(<Mark kind="stays" />);
    expect(container.textContent).toBe('');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('counts findings in words', () => {
    render(<Badge severity="error" count={1} />);
    expect(screen.getByRole('img', { name: '1 error' })).toBeTruthy();
  });

  it('shows progress with a name and a number', () => {
    render(<ProgressBar label="Reading hosts.ini" value={3} max={12} words="3 of 12 files" />);
    const bar = screen.getByRole('progressbar', { name: 'Reading hosts.ini' });
    expect(bar.getAttribute('aria-valuetext')).toBe('3 of 12 files');
  });

  it('has no value while the length is not known', () => {
    render(<ProgressBar label="Reading" value={null} words="12 files" />);
    expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false);
  });

  it('draws what does not fit as a part of its own', () => {
    const { container } = render(
      <CapacityBar label="RAM" used={14} coming={6} offered={16} words="20 of 16 GB" />,
    );
    const widths = [...container.querySelectorAll('[aria-hidden] > span')].map((part) =>
      part.getAttribute('style'),
    );
    expect(widths).toEqual(['width: 70%;', 'width: 10%;', 'width: 20%;']);
  });

  it('ticks', () => {
    const onChange = vi.fn();
    render(
      <Checkbox isSelected={false} onChange={onChange}>
        Lower the TTL
      </Checkbox>,
    );
    fireEvent.click(screen.getByRole('checkbox', { name: 'Lower the TTL' }));
    expect(onChange).toHaveBeenCalledWith(true);
  });
});

describe('names', () => {
  it('cuts in the middle and keeps the whole name for those who listen', () => {
    const name = 'ein-sehr-langer-name.intern.example.org';
    const { container } = render(<NodeName name={name} max={16} />);
    expect(container.textContent).toContain(name);
    expect(container.querySelector('bdi')?.getAttribute('title')).toBe(name);
  });

  it('lets the beginning of a long name give way where its room follows the window, and keeps it one text', () => {
    const { container } = render(<NodeName name="mail-relay-0001.prod.example.net" max={48} />);
    const name = container.querySelector('bdi');
    expect(name?.textContent).toBe('mail-relay-0001.prod.example.net');
    expect(name?.lastElementChild?.textContent).toBe('le.net');
    cleanup();
    const { container: other } = render(<NodeName name="insight-portal-staging" max={48} />);
    expect(other.querySelector('bdi')?.lastElementChild?.textContent).toBe('staging');
  });

  it('never parts the letters of a script that joins them', () => {
    const { container } = render(<NodeName name="مخدم-البريد-الرئيسي-للشركة" max={48} />);
    expect(container.querySelector('bdi')?.children).toHaveLength(0);
  });

  it('never cuts inside a character', () => {
    expect(toMiddleCut('🦊🦊🦊🦊🦊🦊', 5)).toBe('🦊🦊…🦊🦊');
    expect(toMiddleCut('wiki', 5)).toBe('wiki');
  });

  it('knows the icon of a kind, and of a service by its type', () => {
    expect(toKindIcon('server', 'vm')).toBe('server');
    expect(toKindIcon('service', 'database')).toBe('database');
    expect(toKindIcon('service', 'a word of our own')).toBe('box');
    expect(toKindIcon('spaceship', null)).toBe('circle-question-mark');
  });
});
