"""Makes 25 security groups in each of two Regions and prints, for each, what sg-no-open-ssh is to say.

usage: many_groups.py        (AWS_ENDPOINT_URL and credentials say where)
"""
import boto3

TCP22 = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22}
ALL = {"IpProtocol": "-1"}


def ipv4(*blocks, **permission):
    return {**(permission or TCP22), "IpRanges": [{"CidrIp": block} for block in blocks]}


def ipv6(*blocks, **permission):
    return {**(permission or TCP22), "Ipv6Ranges": [{"CidrIpv6": block} for block in blocks]}


def ports(low, high, protocol="tcp"):
    return {"IpProtocol": protocol, "FromPort": low, "ToPort": high}


def variants(office, anyone, group):
    lists = lambda one: {**TCP22, "PrefixListIds": [{"PrefixListId": one}]}
    return [
        ("FAIL", [ipv4("0.0.0.0/0")]),
        ("FAIL", [ipv6("::/0")]),
        ("FAIL", [ipv4("0.0.0.0/1")]),
        ("FAIL", [ipv4("0.0.0.0/1", "128.0.0.0/1")]),
        ("FAIL", [ipv6("2000::/3")]),
        ("FAIL", [lists(anyone)]),
        ("FAIL", [ipv4("0.0.0.0/0", **ALL)]),
        ("FAIL", [ipv4("0.0.0.0/0", **ports(0, 65535))]),
        ("FAIL", [ipv4("0.0.0.0/0", **ports(20, 23))]),
        ("FAIL", [ipv4(*(f"{n * 16}.0.0.0/4" for n in (1, 2)))]),
        ("FAIL", [ipv4("198.51.100.0/24"), ipv6("::/0")]),
        ("PASS", []),
        ("PASS", [ipv4("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")]),
        ("PASS", [ipv4("100.64.0.0/10")]),
        ("PASS", [ipv4("198.51.100.0/24")]),
        ("PASS", [ipv6("fc00::/7")]),
        ("PASS", [ipv6("2001:db8::/32")]),
        ("PASS", [lists(office)]),
        ("PASS", [ipv4("0.0.0.0/0", **ports(443, 443))]),
        ("PASS", [ipv4("0.0.0.0/0", **ports(22, 22, "udp"))]),
        ("PASS", [ipv4("0.0.0.0/0", **ports(23, 65535))]),
        ("PASS", [ipv4("0.0.0.0/0", **ports(-1, -1, "icmp"))]),
        ("PASS", [{**TCP22, "UserIdGroupPairs": [{"GroupId": group}]}]),
        ("PASS", [ipv4("0.0.0.0/0", **ports(80, 80)), ipv6("::/0", **ports(443, 443))]),
    ]


for region in ("eu-west-1", "us-east-1"):
    ec2 = boto3.client("ec2", region_name=region)
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    make = lambda name: ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
    prefix_list = lambda name, *blocks: ec2.create_managed_prefix_list(
        PrefixListName=name, AddressFamily="IPv4", MaxEntries=10, Entries=[{"Cidr": block} for block in blocks],
    )["PrefixList"]["PrefixListId"]
    other = make("other")
    print("PASS", other)
    for number, (expected, permissions) in enumerate(
            variants(prefix_list("office", "198.51.100.0/24"), prefix_list("anyone", "0.0.0.0/1", "128.0.0.0/1"), other)):
        group = make(f"group-{number}")
        if permissions:
            ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=permissions)
        print(expected, group)
