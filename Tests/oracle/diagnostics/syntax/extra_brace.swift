print(1)
}
