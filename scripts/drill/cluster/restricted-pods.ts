/**
 * Kubernetes 1.20 has no Pod Security admission yet. Its forerunner refuses the same: no root, no rights, no folder of the node, a seccomp profile.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/ "restricted"
 */
export const restrictedPods = [
  {
    apiVersion: "policy/v1beta1",
    kind: "PodSecurityPolicy",
    metadata: {
      name: "restricted",
      annotations: {
        "seccomp.security.alpha.kubernetes.io/allowedProfileNames":
          "runtime/default",
      },
    },
    spec: {
      privileged: false,
      allowPrivilegeEscalation: false,
      requiredDropCapabilities: ["ALL"],
      volumes: [
        "configMap",
        "csi",
        "downwardAPI",
        "emptyDir",
        "persistentVolumeClaim",
        "projected",
        "secret",
      ],
      hostNetwork: false,
      hostIPC: false,
      hostPID: false,
      readOnlyRootFilesystem: true,
      runAsUser: { rule: "MustRunAsNonRoot" },
      seLinux: { rule: "RunAsAny" },
      supplementalGroups: {
        rule: "MustRunAs",
        ranges: [{ min: 1, max: 65535 }],
      },
      fsGroup: { rule: "MustRunAs", ranges: [{ min: 1, max: 65535 }] },
    },
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: { name: "restricted-pods" },
    rules: [
      {
        apiGroups: ["policy"],
        resources: ["podsecuritypolicies"],
        resourceNames: ["restricted"],
        verbs: ["use"],
      },
    ],
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata: { name: "restricted-pods" },
    roleRef: {
      apiGroup: "rbac.authorization.k8s.io",
      kind: "ClusterRole",
      name: "restricted-pods",
    },
    subjects: [
      {
        apiGroup: "rbac.authorization.k8s.io",
        kind: "Group",
        name: "system:serviceaccounts",
      },
    ],
  },
];
