/** Keywords of `ssh_config(5)`, lower case; they tell such a file from other lists of words. */
export const keywords: ReadonlySet<string> = new Set(
  (
    'host match include addkeystoagent addressfamily batchmode bindaddress bindinterface canonicaldomains canonicalizefallbacklocal ' +
    'canonicalizehostname canonicalizemaxdots canonicalizepermittedcnames casignaturealgorithms certificatefile channeltimeout checkhostip ' +
    'cipher ciphers clearallforwardings compression compressionlevel connectionattempts connecttimeout controlmaster controlpath controlpersist ' +
    'dsaauthentication dynamicforward enableescapecommandline enablesshkeysign escapechar exitonforwardfailure fingerprinthash forkafterauthentication ' +
    'forwardagent forwardx11 forwardx11timeout forwardx11trusted gatewayports globalknownhostsfile gssapiauthentication gssapidelegatecredentials ' +
    'hashknownhosts hostbasedacceptedalgorithms hostbasedauthentication hostbasedkeytypes hostkeyalgorithms hostkeyalias hostname identitiesonly ' +
    'identityagent identityfile ignoreunknown ipqos kbdinteractiveauthentication kbdinteractivedevices kexalgorithms knownhostscommand localcommand ' +
    'localforward loglevel logverbose macs nohostauthenticationforlocalhost numberofpasswordprompts obscurekeystroketiming passwordauthentication ' +
    'permitlocalcommand permitremoteopen pkcs11provider port preferredauthentications protocol proxycommand proxyjump proxyusefdpass ' +
    'pubkeyacceptedalgorithms pubkeyacceptedkeytypes pubkeyauthentication rekeylimit remotecommand remoteforward requesttty requiredrsasize ' +
    'revokedhostkeys rhostsrsaauthentication rsaauthentication securitykeyprovider sendenv serveralivecountmax serveraliveinterval sessiontype setenv ' +
    'stdinnull streamlocalbindmask streamlocalbindunlink stricthostkeychecking syslogfacility tag tcpkeepalive tunnel tunneldevice updatehostkeys ' +
    'usekeychain useprivilegedport user userknownhostsfile verifyhostkeydns versionaddendum visualhostkey warnweakcrypto xauthlocation'
  ).split(' '),
);
