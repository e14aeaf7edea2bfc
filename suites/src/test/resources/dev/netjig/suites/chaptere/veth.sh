#!/bin/bash
# Which container is at the other end of each veth? Asks every container for a device with the peer's index and
# believes the first one that has such a device.
for veth in $(ifconfig -a | grep '^veth' | awk '{print $1}'); do
  index=$(ethtool -S "$veth" 2>/dev/null | awk '/peer_ifindex/ {print $2}')
  for container in $(docker ps -q); do
    peer=$(docker exec "$container" ip link list 2>/dev/null | awk -v index_of_peer="$index:" '$1 == index_of_peer {print $2}')
    if [ -n "$peer" ]; then
      echo "$veth is paired with ${peer%:} on $container"
      break
    fi
  done
done
