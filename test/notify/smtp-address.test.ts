import { expect, test } from 'vitest';
import { readSmtpAddress } from '../../src/notify/smtp-address.ts';

const login = ['mailer', 'p%40ss'].join(':');

test.each([
  ['smtps://smtp.example.com', { host: 'smtp.example.com', port: 465, tls: 'from-the-start', user: '' }],
  ['smtp://smtp.example.com', { port: 587, tls: 'required', loopback: false }],
  ['smtp://smtp.example.com:25/?tls=off', { port: 25, tls: 'off' }],
  ['smtps://smtp.example.com/?tls=off', { port: 465, tls: 'from-the-start' }],
  ['smtp://127.0.0.1:2525', { port: 2525, tls: 'if-offered', loopback: true }],
  ['smtp://[::1]:2525', { host: '::1', tls: 'if-offered', loopback: true }],
  ['smtp://localhost', { tls: 'if-offered', loopback: true }],
  ['smtp://127.0.0.1.example.com', { tls: 'required', loopback: false }],
  [`smtps://${login}@smtp.example.com:2465`, { user: 'mailer', password: 'p@ss', port: 2465 }],
])('%s is understood', (address, expected) => {
  expect(readSmtpAddress(address)).toMatchObject(expected);
});

test.each(['', 'smtp.example.com', 'https://smtp.example.com', 'smtp://', 'smtp://user:%zz@host', 'smtp:///x'])(
  '%j is not the address of a mail server',
  (address) => {
    expect(readSmtpAddress(address)).toBeNull();
  },
);
