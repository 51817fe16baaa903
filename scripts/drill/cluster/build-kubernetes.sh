#!/usr/bin/env bash
# Builds the parts of Kubernetes 1.20 that `npm run drill -- cluster` runs, from the source package of Debian 12, which has all of them
# though Debian ships the client only. About 20 minutes of one core, 3 GB in the folder while it builds; nothing outside of it is written to.
#
#   apt-get install golang-go patch curl xz-utils
#   scripts/drill/cluster/build-kubernetes.sh /var/tmp/kubernetes
set -euo pipefail
folder=${1:?"the folder to build in"}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}/pool/main/k/kubernetes
version=1.20.5+really1.20.2
revision=1.1+deb12u1
source=$folder/go/src/k8s.io/kubernetes

fetch() {
  curl -fsS -o "$folder/$2" "$mirror/${1//+/%2B}"
  echo "$3  $folder/$2" | sha256sum --check --quiet
}
# What an interrupted run has unpacked is patched already; what it has compiled is used again.
if [ -d "$folder/go" ]; then
  chmod -R u+w "$folder/go"
  rm -rf "$folder/go"
fi
mkdir -p "$folder/bin" "$folder/tmp" "$source"
# The sums of Debian's kubernetes_1.20.5+really1.20.2-1.1+deb12u1.dsc.
fetch "kubernetes_$version.orig.tar.gz" source.tar.gz b83c0780efb182d928dc63d46488a847f161f04e40a94b96bf5247dd671ecdfc
fetch "kubernetes_$version-$revision.debian.tar.xz" debian.tar.xz 9b6e5fd41769d2b5badf2e73b274e3bcd90f85e13d06a1a4a845ccce018127d8
tar -xzf "$folder/source.tar.gz" -C "$source" --strip-components=1
tar -xJf "$folder/debian.tar.xz" -C "$source"
cd "$source"
grep -v '^#' debian/patches/series | while read -r change; do patch -p1 -s <"debian/patches/$change"; done

export GOPATH=$folder/go GOCACHE=$folder/cache GOTMPDIR=$folder/tmp GO111MODULE=off GOFLAGS='' CGO_ENABLED=0
# The one file that the source lacks: what the server tells of its types.
go build -p 1 -o "$folder/openapi-gen" ./vendor/k8s.io/kube-openapi/cmd/openapi-gen
types=$(grep -rl --include='*.go' -E '^// \+k8s:openapi-gen=true' pkg cmd vendor/k8s.io/*/ |
  grep -vE '_test\.go|zz_generated|sample-|/testdata/|vendor/k8s.io/(code-generator|gengo|kube-openapi)' |
  xargs -n1 dirname | sort -u | sed 's#^#k8s.io/kubernetes/#' | paste -sd, -)
"$folder/openapi-gen" -i "$types" -p k8s.io/kubernetes/pkg/generated/openapi -O zz_generated.openapi \
  -h vendor/k8s.io/code-generator/hack/boilerplate.go.txt -r "$folder/violations.report" --output-base "$folder/go/src"

about=k8s.io/kubernetes/vendor/k8s.io/component-base/version
for name in kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet; do
  echo "$name …"
  go build -p 1 -tags providerless -ldflags "-s -w -X $about.gitVersion=v1.20.2 -X $about.gitMajor=1 -X $about.gitMinor=20" -o "$folder/bin/$name" "./cmd/$name"
done
chmod -R u+w "$folder/go"
rm -rf "$folder/go" "$folder/cache" "$folder/tmp" "$folder"/*.tar.?z "$folder/openapi-gen" "$folder/violations.report"
ls -l "$folder/bin"
