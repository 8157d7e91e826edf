# language: vi
Tính năng: Chuyển hồ sơ
  Hồ sơ nhận ở Một cửa được chuyển ngay trong ngày cho người hoặc cơ quan giải quyết, nhận sau 15 giờ
  thì đầu giờ ngày làm việc sau (Nghị định 118/2025/NĐ-CP, Điều 18 khoản 2, sửa bởi Nghị định
  309/2026/NĐ-CP). Hồ sơ liên thông ghi rõ thời hạn của từng cơ quan (Nghị định 61/2018/NĐ-CP,
  Điều 19 khoản 6). Lúc nào cũng biết hồ sơ ở tay ai, từ bao giờ.

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Chuyển cho chuyên viên
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 05/10/2026"
    Và cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Thì hồ sơ đang ở bước "đang giải quyết"
    Và hồ sơ đang ở "Vàng A Lử"
    Và "Vàng A Lử" chưa ký nhận
    Và lịch sử ghi thêm "Chuyển hồ sơ"
    Và hẹn trả lúc "17:30 12/10/2026"
    Khi đến "09:30 06/10/2026"
    Thì đến nay "Bộ phận Một cửa" giữ hồ sơ 1 giờ làm việc
    Và đến nay "Vàng A Lử" giữ hồ sơ 7,5 giờ làm việc

  Tình huống: Hồ sơ liên thông, cơ quan nào chậm thì ghi đúng cơ quan ấy
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.010801"
    Khi đến "10:00 05/10/2026"
    Và cán bộ chuyển hồ sơ cho cơ quan "UBND xã"
    Thì "UBND xã" phải xong bước của mình trước "17:30 12/10/2026"
    Và chưa ai làm chậm
    Khi đến "08:00 14/10/2026"
    Và cán bộ chuyển hồ sơ cho cơ quan "Sở Nội vụ"
    Thì "Sở Nội vụ" phải xong bước của mình trước "17:30 26/10/2026"
    Và chậm ở "UBND xã"
    Và hẹn trả lúc "17:30 26/10/2026"

  Tình huống: Phải ghi chuyển cho ai, và không chuyển cho người đang giữ
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ chuyển hồ sơ mà không ghi cho ai
    Thì chương trình nhắc "hãy chọn người hoặc cơ quan nhận"
    Khi cán bộ chuyển hồ sơ cho chuyên viên "Bộ phận Một cửa"
    Thì chương trình nhắc "đang ở Bộ phận Một cửa; hãy chọn nơi nhận khác"
    Và hồ sơ đang ở "Bộ phận Một cửa"

  Tình huống: Không có bước liên thông ấy
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.010801"
    Khi cán bộ chuyển hồ sơ cho cơ quan "Sở Nội vụ" để làm bước thứ 3
    Thì chương trình nhắc "Thủ tục này có 2 bước liên thông"
    Khi cán bộ chuyển hồ sơ cho cơ quan "Sở Nội vụ" để làm bước thứ 2
    Thì "Sở Nội vụ" phải xong bước của mình trước "17:30 26/10/2026"

  Tình huống: Đã trả kết quả thì không chuyển được nữa
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và cán bộ trả kết quả
    Và cán bộ chuyển hồ sơ cho chuyên viên "Vàng A Lử"
    Thì chương trình nhắc "đã trả kết quả nên không chuyển hồ sơ được"
    Và không ai còn giữ hồ sơ
