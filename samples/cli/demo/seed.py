"""Fills an emulated AWS account with the company that the demo snapshot shows.

usage: seed.py        (AWS_ENDPOINT_URL and credentials say where)

Two Regions: eu-west-1 is the one people look after, us-east-1 the one that was tried out and forgotten.
Run only against an emulator: it creates what Merlon warns of.
"""
import os
import sys
import urllib.request

import boto3

ENDPOINT = os.environ.get("AWS_ENDPOINT_URL", "")
if "127.0.0.1" not in ENDPOINT:
    sys.exit("seed.py: AWS_ENDPOINT_URL does not name an emulator on 127.0.0.1; nothing was done")
# the same ids every time, so that the snapshot can be compared
urllib.request.urlopen(ENDPOINT + "/moto-api/seed?a=2026", data=b"").close()


def group(ec2, vpc, name, description, *ingress, tags=()):
    group_id = ec2.create_security_group(GroupName=name, Description=description, VpcId=vpc, TagSpecifications=[
        {"ResourceType": "security-group", "Tags": [{"Key": key, "Value": value} for key, value in tags]}
    ] if tags else [])["GroupId"]
    if ingress:
        ec2.authorize_security_group_ingress(GroupId=group_id, IpPermissions=list(ingress))
    return group_id


def tcp(low, high=None, **source):
    return permission("tcp", low, low if high is None else high, **source)


def permission(protocol, low, high, cidr=None, ipv6=None, prefix_list=None, group=None):
    result = {"IpProtocol": protocol}
    if protocol != "-1":
        result.update(FromPort=low, ToPort=high)
    if cidr:
        result["IpRanges"] = [{"CidrIp": one} for one in ([cidr] if isinstance(cidr, str) else cidr)]
    if ipv6:
        result["Ipv6Ranges"] = [{"CidrIpv6": ipv6}]
    if prefix_list:
        result["PrefixListIds"] = [{"PrefixListId": prefix_list}]
    if group:
        result["UserIdGroupPairs"] = [{"GroupId": group}]
    return result


def network(ec2, name, cidr):
    vpc = ec2.create_vpc(CidrBlock=cidr, TagSpecifications=[
        {"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": name}]}])["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock=cidr.replace("/16", "/24"))["Subnet"]["SubnetId"]
    return vpc, subnet


def attach(ec2, subnet, description, *groups):
    ec2.create_network_interface(SubnetId=subnet, Description=description, Groups=list(groups))


def default_group(ec2, vpc):
    return ec2.describe_security_groups(Filters=[
        {"Name": "vpc-id", "Values": [vpc]}, {"Name": "group-name", "Values": ["default"]}])["SecurityGroups"][0]


def close(ec2, vpc):
    """Removes the rules of the VPC's default group, as everybody should."""
    default = default_group(ec2, vpc)
    for remove, rules in ((ec2.revoke_security_group_ingress, default["IpPermissions"]),
                          (ec2.revoke_security_group_egress, default["IpPermissionsEgress"])):
        if rules:
            remove(GroupId=default["GroupId"], IpPermissions=rules)


def europe():
    ec2 = boto3.client("ec2", region_name="eu-west-1")
    vpc, subnet = network(ec2, "shop", "10.20.0.0/16")
    close(ec2, vpc)
    offices = ec2.create_managed_prefix_list(
        PrefixListName="offices", AddressFamily="IPv4", MaxEntries=10,
        Entries=[{"Cidr": "198.51.100.0/24", "Description": "Ghent"}, {"Cidr": "203.0.113.0/25", "Description": "Porto"}],
    )["PrefixList"]["PrefixListId"]
    anywhere = ec2.create_managed_prefix_list(
        PrefixListName="temporary", AddressFamily="IPv4", MaxEntries=10,
        Entries=[{"Cidr": "0.0.0.0/1"}, {"Cidr": "128.0.0.0/1"}],
    )["PrefixList"]["PrefixListId"]
    balancer = group(ec2, vpc, "shop-alb", "Public entrance",
                     tcp(80, cidr="0.0.0.0/0", ipv6="::/0"), tcp(443, cidr="0.0.0.0/0", ipv6="::/0"),
                     tags=[("team", "shop")])
    web = group(ec2, vpc, "shop-web", "Web servers", tcp(8443, group=balancer), tcp(22, prefix_list=offices),
                tags=[("team", "shop")])
    database = group(ec2, vpc, "shop-db", "PostgreSQL", tcp(5432, group=web), tags=[("team", "data")])
    reports = group(ec2, vpc, "reports", "Reporting, was to be for a week", tcp(5432, prefix_list=anywhere),
                    tags=[("team", "data")])
    bastion = group(ec2, vpc, "bastion", "Jump host", tcp(22, cidr=["0.0.0.0/1", "128.0.0.0/1"]))
    partner = group(ec2, vpc, "partner-api", "Partner network", tcp(443, cidr="100.128.0.0/12"))
    monitoring = group(ec2, vpc, "monitoring", "Metrics from the data centre",
                       tcp(9100, cidr="10.0.0.0/8"), tcp(9100, cidr="10.1.0.0/16"),
                       permission("icmp", 8, -1, cidr="10.0.0.0/8"))
    group(ec2, vpc, "old-windows", "Not used any more", tcp(3389, cidr="0.0.0.0/0"))
    attach(ec2, subnet, "web 1", web)
    attach(ec2, subnet, "web 2", web)
    attach(ec2, subnet, "database", database)
    attach(ec2, subnet, "reporting", reports)
    attach(ec2, subnet, "jump host", bastion)
    attach(ec2, subnet, "partner gateway", partner, monitoring)


def america():
    ec2 = boto3.client("ec2", region_name="us-east-1")
    vpc, subnet = network(ec2, "trial", "10.30.0.0/16")
    wizard = group(ec2, vpc, "launch-wizard-1", "launch-wizard-1 created 2021-03-04",
                   tcp(22, cidr="0.0.0.0/0"), permission("icmp", -1, -1, cidr="0.0.0.0/0"))
    cache = group(ec2, vpc, "cache", "Redis for the trial", tcp(6379, ipv6="2000::/3"))
    everything = group(ec2, vpc, "debug", "Temporary, to be removed", permission("-1", None, None, cidr="0.0.0.0/0"))
    attach(ec2, subnet, "trial server", wizard)
    attach(ec2, subnet, "trial cache", cache, everything)
    attach(ec2, subnet, "forgotten", default_group(ec2, vpc)["GroupId"])


europe()
america()
