#!/bin/busybox ash
# A stand-in for busybox's adduser: adduser [-D] [-S] [-H] [-g GECOS] [-h HOME] [-s SHELL] [-G GROUP] [-u UID] USER
set -e
gecos= home= shell=/bin/sh group= uid=
while getopts DSHg:h:s:G:u: option; do
    case $option in
        g) gecos=$OPTARG ;;
        h) home=$OPTARG ;;
        s) shell=$OPTARG ;;
        G) group=$OPTARG ;;
        u) uid=$OPTARG ;;
        D | S | H) ;;
        *) exit 1 ;;
    esac
done
shift $((OPTIND - 1))
user=${1:?adduser: which user?}
if grep -q "^$user:" /etc/passwd; then
    echo "adduser: user '$user' in use" >&2
    exit 1
fi
uid=${uid:-$(awk -F: '$3 >= 1000 && $3 >= n { n = $3 + 1 } END { print n ? n : 1000 }' /etc/passwd)}
if [ -n "$group" ]; then
    gid=$(sed -n "s/^$group:[^:]*:\([0-9]*\):.*/\1/p" /etc/group)
else
    gid=$uid
    echo "$user:x:$gid:" >>/etc/group
fi
home=${home:-/home/$user}
echo "$user:x:$uid:${gid:?adduser: unknown group $group}:$gecos:$home:$shell" >>/etc/passwd
mkdir -p "$home"
chown "$uid:$gid" "$home"
